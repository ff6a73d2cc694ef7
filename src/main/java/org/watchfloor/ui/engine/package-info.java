/** How the engine itself is doing. */
@NullMarked
package org.watchfloor.ui.engine;

import org.jspecify.annotations.NullMarked;
