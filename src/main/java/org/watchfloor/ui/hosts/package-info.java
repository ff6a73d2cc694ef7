/** The table of groups, hosts and checks. */
@NullMarked
package org.watchfloor.ui.hosts;

import org.jspecify.annotations.NullMarked;
