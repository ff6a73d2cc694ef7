/** A panel that breaks and mends the services of the lab. */
@NullMarked
package org.watchfloor.ui.lab;

import org.jspecify.annotations.NullMarked;
