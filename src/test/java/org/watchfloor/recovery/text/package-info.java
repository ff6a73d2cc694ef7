@NullMarked
package org.watchfloor.recovery.text;

import org.jspecify.annotations.NullMarked;
