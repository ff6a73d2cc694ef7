/** What is done about a failure, step by step: the record of it, and who carries a step out. */
@NullMarked
package org.watchfloor.recovery.action;

import org.jspecify.annotations.NullMarked;
