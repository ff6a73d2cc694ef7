@NullMarked
package org.watchfloor.recovery.failure;

import org.jspecify.annotations.NullMarked;
