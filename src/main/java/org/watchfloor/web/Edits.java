package org.watchfloor.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.watchfloor.config.Change;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.EntryProblem;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.WrittenEntry;
import org.watchfloor.model.Actor;

/** Takes changes of the configuration to the editor, and its answers back. Safe for many threads. */
final class Edits {
    private static final int PATIENCE_SECONDS = 20;

    private final SiteEditor editor;

    Edits(SiteEditor editor) {
        this.editor = editor;
    }

    /**
     * What is to be done.
     *
     * @param notTaken what of the order comes to nothing; empty if that cannot be
     */
    record Order(String command, List<? extends Change> changes, Actor by, Optional<List<String>> notTaken) {
        Order(String command, Change change, Actor by) {
            this(command, List.of(change), by, Optional.empty());
        }
    }

    /**
     * Makes the changes, or with {@code ?dry-run} says what they would come to.
     *
     * @throws Problem 404, 409, 412 or 503 if the editor refuses them
     */
    Reply make(Call call, Order order) throws InterruptedException {
        return isDry(call)
                ? tried(order, await(editor.check(order.changes)))
                : reply(
                        order,
                        await(editor.apply(order.changes, order.by)),
                        call.header("If-Match").isPresent());
    }

    Reply undo(Call call) throws InterruptedException {
        Actor by = CallerText.by(call.query().text("by"));
        Order order = new Order("undo", List.of(), by, Optional.empty());
        return reply(order, await(editor.undo(by)), false);
    }

    Optional<WrittenEntry> find(EntryId id) throws InterruptedException {
        return await(editor.find(id));
    }

    List<WrittenEntry> find(List<EntryId> ids) throws InterruptedException {
        return await(editor.find(ids));
    }

    /** The revision that the caller saw: {@code If-Match} (RFC 9110, 13.1.1). */
    static Optional<String> revision(Call call) {
        Optional<String> given = call.header("If-Match").map(String::strip).filter(text -> !text.equals("*"));
        given.filter(text -> !text.matches("\"[0-9a-f]{1,64}\"")).ifPresent(_ -> {
            throw Problem.badParameter("If-Match", "must be one revision in double quotes, as ETag gave it");
        });
        return given.map(text -> text.substring(1, text.length() - 1));
    }

    static boolean isDry(Call call) {
        boolean isGiven = call.query().values().containsKey("dry-run");
        return isGiven && !call.query().text("dry-run").equals(Optional.of("false"));
    }

    /** A draft that is wrong is an answer too, when it was only asked. */
    private static Reply tried(Order order, Edited outcome) {
        return switch (outcome) {
            case Edited.Done _ -> Reply.ok(new EditJson.Tried(true, List.of(), order.notTaken));
            case Edited.Invalid(List<EntryProblem> problems) ->
                Reply.ok(new EditJson.Tried(false, json(problems), order.notTaken));
            case Edited.Refused refused -> throw refused(refused, false);
        };
    }

    private static Reply reply(Order order, Edited outcome, boolean conditional) {
        return switch (outcome) {
            case Edited.Done done -> done(order, done);
            case Edited.Invalid(List<EntryProblem> problems) -> invalid(problems);
            case Edited.Refused refused -> throw refused(refused, conditional);
        };
    }

    private static Reply done(Order order, Edited.Done done) {
        List<EditJson.EntryJson> written =
                done.written().stream().map(EditJson.EntryJson::of).toList();
        List<String> removed = done.removed().stream().map(EntryId::toString).toList();
        Reply.Text reply = Reply.json(202, new EditJson.Accepted(order.command, written, removed, order.notTaken));
        return written.size() == 1 ? reply.with(etag(done.written().getFirst())) : reply;
    }

    private static List<EditJson.ProblemJson> json(List<EntryProblem> problems) {
        return problems.stream().map(EditJson.ProblemJson::of).toList();
    }

    static Map<String, String> etag(WrittenEntry entry) {
        return entry.revision().map(text -> Map.of("ETag", "\"" + text + "\"")).orElse(Map.of());
    }

    private static Reply invalid(List<EntryProblem> problems) {
        String detail = problems.size() == 1
                ? "one thing is wrong; nothing was changed"
                : problems.size() + " things are wrong; nothing was changed";
        return Reply.json(422, new EditJson.InvalidJson("about:blank", "Not valid", 422, detail, json(problems)))
                .as("application/problem+json");
    }

    private static Problem refused(Edited.Refused refused, boolean conditional) {
        int status = switch (refused.why()) {
            case UNKNOWN -> 404;
            case EXISTS, ELSEWHERE, UNFIT -> 409;
            case CHANGED -> conditional ? 412 : 409;
            case DISK -> 503;
        };
        return Problem.of(status, refused.sentence());
    }

    private static <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Problem.of(
                    503,
                    "the files were not changed within " + PATIENCE_SECONDS + " seconds; look before trying again");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a change of the configuration broke off", e);
        }
    }
}
