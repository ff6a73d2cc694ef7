@NullMarked
package org.watchfloor.recovery.output;

import org.jspecify.annotations.NullMarked;
