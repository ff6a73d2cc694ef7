@NullMarked
package org.watchfloor.ui.recovery;

import org.jspecify.annotations.NullMarked;
