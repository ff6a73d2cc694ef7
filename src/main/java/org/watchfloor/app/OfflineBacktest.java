package org.watchfloor.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.backtest.Question;
import org.watchfloor.store.Archive;
import org.watchfloor.store.StoreFailed;
import org.watchfloor.web.BacktestJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries a rule on the data of a Watchfloor that does not run, and answers as the web door of one that does. Holds the
 * lock of the data directory meanwhile, and writes nothing into the database.
 */
final class OfflineBacktest {
    private static final Pattern PART = Pattern.compile("([0-9]{1,6})([smhdw])");

    private final Path config;
    private final Path data;
    private final InstantSource clock;

    OfflineBacktest(Path config, Path data, InstantSource clock) {
        this.config = config;
        this.data = data;
        this.clock = clock;
    }

    /**
     * What is to be found out.
     *
     * @param since parts such as {@code 1d12h}
     * @param firings how many are told at most
     */
    record Asked(String rule, Optional<String> draft, String since, int firings) {}

    DoorClient.Answer answer(Asked asked) throws InterruptedException {
        try (SiteRoom room = SiteRoom.open(config)) {
            return switch (room.read()) {
                case ConfigResult.Loaded(Site site) -> answer(asked, site);
                case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                    new DoorClient.Failed("the configuration in " + config + " is invalid: " + problems.getFirst()
                            + "; watchfloor validate " + config + " lists all problems");
            };
        }
    }

    private DoorClient.Answer answer(Asked asked, Site site) throws InterruptedException {
        Optional<AlertRule> saved = site.section(AlertPolicy.class).flatMap(policy -> policy.rule(asked.rule()));
        if (asked.draft().isPresent()) {
            return switch (RuleDraft.read(asked.rule(), asked.draft().get())) {
                case RuleDraft.Result.Read(AlertRule draft) -> tried(asked, site, draft, saved);
                case RuleDraft.Result.Rejected(List<ConfigProblem> problems) ->
                    new DoorClient.Failed("the draft is invalid: " + problems.getFirst());
            };
        }
        return saved.isPresent()
                ? tried(asked, site, saved.get(), Optional.empty())
                : new DoorClient.NotFound("there is no such alert rule in " + config);
    }

    private DoorClient.Answer tried(Asked asked, Site site, AlertRule rule, Optional<AlertRule> saved)
            throws InterruptedException {
        if (!Archive.isIn(data)) {
            return new DoorClient.Failed(
                    "there is no database in " + data + "; name the data directory of Watchfloor with --data");
        }
        try (DataDirectory _ = DataDirectory.open(data);
                Archive archive = Archive.open(data, site.settings(), clock)) {
            Instant end = archive.lastAlive().orElseGet(clock::instant);
            Question question = Question.ofDraft(site, rule, saved, end, length(asked.since()));
            Backtest backtest = new Backtests(archive.history(), archive.recordings())
                    .start(question)
                    .orElseThrow()
                    .result()
                    .get();
            String body = BacktestJson.text(backtest, asked.firings());
            return new DoorClient.Found(JsonMapper.shared().readTree(body), body);
        } catch (StartFailed e) {
            return new DoorClient.Failed(e.getMessage() + "; without --data and --config the running one is asked");
        } catch (StoreFailed e) {
            return new DoorClient.Failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new DoorClient.Failed("the data directory " + data + " could not be released: " + e.getMessage());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the back-test broke off", e);
        }
    }

    private static Duration length(String since) {
        Duration length = Duration.ZERO;
        for (Matcher part = PART.matcher(since); part.find(); ) {
            long amount = Long.parseLong(part.group(1));
            length = length.plus(
                    switch (part.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        case "d" -> Duration.ofDays(amount);
                        default -> Duration.ofDays(7 * amount);
                    });
        }
        return length;
    }
}
