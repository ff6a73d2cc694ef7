@NullMarked
package org.watchfloor.ui.breakers;

import org.jspecify.annotations.NullMarked;
