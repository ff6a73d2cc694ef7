@NullMarked
package org.watchfloor.recovery.restart;

import org.jspecify.annotations.NullMarked;
