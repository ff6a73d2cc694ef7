@NullMarked
package org.watchfloor.ui.away;

import org.jspecify.annotations.NullMarked;
