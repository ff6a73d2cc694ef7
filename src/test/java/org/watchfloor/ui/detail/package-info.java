/** Tests of the package of the same name. */
@NullMarked
package org.watchfloor.ui.detail;

import org.jspecify.annotations.NullMarked;
