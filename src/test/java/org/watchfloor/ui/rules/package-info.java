@NullMarked
package org.watchfloor.ui.rules;

import org.jspecify.annotations.NullMarked;
