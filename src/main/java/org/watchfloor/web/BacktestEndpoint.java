package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.backtest.Question;
import org.watchfloor.engine.backtest.Running;

/** Tries a rule on the past. One at a time; who leaves or waits too long ends it. */
final class BacktestEndpoint {
    static final Duration LIMIT = Duration.ofMinutes(2);
    static final int MOST_FIRINGS = 10_000;

    private final Snapshots snapshots;
    private final Policies policies;
    private final Backtests backtests;
    private final InstantSource clock;

    BacktestEndpoint(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.policies = new Policies(engine.snapshots());
        this.backtests = engine.backtests();
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param rule id of a saved rule; with a draft, the one that it is compared with
     * @param draft YAML or JSON of a rule that is not saved
     * @param since a length of time such as {@code 30d}, which is the default
     * @param firings how many of them are told at most, the newest, 1,000 by default
     */
    record Asked(Optional<String> rule, Optional<String> draft, Optional<String> since, Optional<Integer> firings) {}

    Reply answer(Call call) throws InterruptedException {
        Asked asked = call.body(Asked.class);
        Duration since =
                asked.since().map(text -> TimeSpan.length("since", text)).orElse(Question.USUAL);
        int firings = asked.firings().orElse(1_000);
        if (firings < 0 || firings > MOST_FIRINGS) {
            throw Problem.badParameter("firings", "must be a whole number from 0 to " + MOST_FIRINGS);
        }
        Question question = question(asked, since);
        Deadline.CURRENT.get().set(LIMIT.plusSeconds(10));
        Running running = backtests
                .start(question)
                .orElseThrow(() -> Problem.withHeader(
                        409, "another back-test runs; there is one at a time, try again soon", "Retry-After", "5"));
        try {
            return Reply.ok(BacktestJson.of(Answers.await(running.result(), LIMIT), firings));
        } finally {
            running.cancel();
        }
    }

    private Question question(Asked asked, Duration since) {
        Site site = snapshots.current().site();
        Instant now = clock.instant();
        String id = asked.rule().orElse("");
        if (asked.draft().isEmpty()) {
            return Question.ofSaved(site, saved(id).orElseThrow(BacktestEndpoint::unknown), now, since);
        }
        AlertRule draft = draft(id, asked.draft().get());
        return Question.ofDraft(site, draft, saved(draft.id()), now, since);
    }

    private Optional<AlertRule> saved(String id) {
        return policies.alerts().rule(id);
    }

    private static AlertRule draft(String id, String text) {
        return switch (RuleDraft.read(id, text)) {
            case RuleDraft.Result.Read(AlertRule rule) -> rule;
            case RuleDraft.Result.Rejected(List<ConfigProblem> problems) ->
                throw Problem.badParameter(
                        "draft", problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        };
    }

    private static Problem unknown() {
        return Problem.notFound(
                "there is no such alert rule; GET /api/v1/alert-rules lists them, \"draft\" tries a new one");
    }
}
