/** Where the configuration lies, what is wrong with it, and what a person likes. */
@NullMarked
package org.watchfloor.ui.settings;

import org.jspecify.annotations.NullMarked;
