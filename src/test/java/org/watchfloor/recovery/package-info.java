@NullMarked
package org.watchfloor.recovery;

import org.jspecify.annotations.NullMarked;
