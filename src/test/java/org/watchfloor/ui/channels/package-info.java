/** Tests of the channels screen without a toolkit. */
@NullMarked
package org.watchfloor.ui.channels;

import org.jspecify.annotations.NullMarked;
