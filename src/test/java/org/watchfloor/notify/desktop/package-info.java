@NullMarked
package org.watchfloor.notify.desktop;

import org.jspecify.annotations.NullMarked;
