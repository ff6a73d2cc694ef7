/**
 * The language in which alert rules say when something is wrong: read once, evaluated ten thousands of times a second,
 * explained in words for people. Pure and immutable; knows no engine.
 *
 * <pre>{@code
 * condition       := and ("or" and)*
 * and             := unary ("and" unary)*
 * unary           := "not" unary | "(" condition ")" | comparison
 * comparison      := operand ("<" | "<=" | ">" | ">=" | "==" | "!=") literal
 *                  | "state" "in" "(" STATE ("," STATE)* ")"
 * operand         := "state" | "age" | metric | timeAggregate            about one check
 *                  | memberAggregate                                     about a group
 * timeAggregate   := ("avg" | "min" | "max" | "sum" | "p50" | "p95" | "p99" | "count" | "rate")
 *                    "(" metric "," duration ")"
 * memberAggregate := ("count" | "share") "(" condition ")"
 *                  | ("avg" | "min" | "max" | "sum" | "p50" | "p95" | "p99") "(" (metric | timeAggregate) ")"
 * metric          := letters, digits, "_", ".", "/", "-" and the wildcard "*"; or "any other name" in quotes
 * literal         := number | percent (5%) | duration (500ms, 5m, 1h30m) | bytes (10MiB) | STATE
 * }</pre>
 *
 * <p>A condition about a group is made of member aggregates; what stands inside {@code count(…)} and {@code share(…)}
 * is a condition about one check, its member.
 *
 * <ul>
 *   <li>{@code state} is compared by {@code ==}, {@code !=} and {@code in}; {@code age} is how long the state has lasted.
 *   <li>{@code latency} and the phases ({@code name}, {@code connect}, {@code tls}, {@code auth}, {@code first_byte},
 *       {@code body}, {@code command}) are times: a plain number means milliseconds. {@code failed} is 1 for a result
 *       that is neither up nor degraded, else 0. {@code cert_days_left} is a plain number. Any other name is allowed.
 *   <li>A percentage of {@code share(…)} and of {@code failed} is a ratio (5% is 0.05), of any other metric the plain
 *       number (85% is 85).
 *   <li>A comparison of a metric with a wildcard is true if any metric that matches and has data fulfils it.
 *       A name in quotes has no wildcard; {@code \"} and {@code \\} stand for the characters themselves.
 *   <li>Windows last 10 s to 24 h and reach from now − window (excluded) to now (included). Percentiles are the nearest
 *       rank: of n values in order, the one at place ⌈p/100 · n⌉. {@code rate} is the increase of a counter per second
 *       between the first and the last sample of the window, at least two; after a reset the counter is taken to have
 *       begun at 0, as Prometheus does, but nothing is extrapolated to the edges of the window.
 *   <li>Without a value, a state, or data for half of the window a comparison is neither true nor false but
 *       {@link org.watchfloor.alert.condition.Truth#MISSING}, and Kleene's logic says what follows for the whole.
 *   <li>Of a group, a member that has results but not this metric does not take part. One whose answer is still missing
 *       may turn out either way: {@code count} and {@code share} are decided only if that cannot change the outcome.
 *       The other aggregates need the values of half of the members that take part.
 *   <li>At most 2,000 characters, 50 levels and 200 parts.
 * </ul>
 */
@NullMarked
package org.watchfloor.alert.condition;

import org.jspecify.annotations.NullMarked;
