/** The filter grammar of the console: text to a test of checks. Pure. */
@NullMarked
package org.watchfloor.ui.filter;

import org.jspecify.annotations.NullMarked;
