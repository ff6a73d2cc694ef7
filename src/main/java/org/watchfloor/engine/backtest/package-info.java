/** What a rule would have done: goes through the recorded past with the evaluator and the alert's life of the present. */
@NullMarked
package org.watchfloor.engine.backtest;

import org.jspecify.annotations.NullMarked;
