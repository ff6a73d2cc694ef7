@NullMarked
package org.watchfloor.ui.quiet;

import org.jspecify.annotations.NullMarked;
