/** Tests of the package of the same name. */
@NullMarked
package org.watchfloor.ui.incidents;

import org.jspecify.annotations.NullMarked;
