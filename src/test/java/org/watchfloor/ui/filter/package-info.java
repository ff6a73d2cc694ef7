/** Tests of the package of the same name. */
@NullMarked
package org.watchfloor.ui.filter;

import org.jspecify.annotations.NullMarked;
