@NullMarked
package org.watchfloor.notify.text;

import org.jspecify.annotations.NullMarked;
