/** The alert rules in force: what they say, what is changed about them, and what they would have done. */
@NullMarked
package org.watchfloor.ui.rules;

import org.jspecify.annotations.NullMarked;
