@NullMarked
package org.watchfloor.alert;

import org.jspecify.annotations.NullMarked;
