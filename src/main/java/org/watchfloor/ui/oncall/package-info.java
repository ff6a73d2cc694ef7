/** Who is on call, who is told in which order, and what keeps quiet for a time. */
@NullMarked
package org.watchfloor.ui.oncall;

import org.jspecify.annotations.NullMarked;
