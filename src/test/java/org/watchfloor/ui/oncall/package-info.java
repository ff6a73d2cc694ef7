/** Tests of the plan of who is told, without a toolkit. */
@NullMarked
package org.watchfloor.ui.oncall;

import org.jspecify.annotations.NullMarked;
