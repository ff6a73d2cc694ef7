/** Tests of the package of the same name. */
@NullMarked
package org.watchfloor.ui.hosts;

import org.jspecify.annotations.NullMarked;
