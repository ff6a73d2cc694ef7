@NullMarked
package org.watchfloor.recovery.ssh;

import org.jspecify.annotations.NullMarked;
