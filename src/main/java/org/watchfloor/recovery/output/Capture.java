package org.watchfloor.recovery.output;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.text.Values;

/**
 * Takes what a step prints, as UTF-8, and makes it safe while it comes: secrets are blotted out, control characters are
 * replaced, and of a long text the first and the last {@value #MOST} characters are kept. Whoever watches is told the
 * beginning as it comes and the rest at the end; together that is the output. Any thread; what comes after the end is
 * dropped.
 */
public final class Capture extends OutputStream {
    /** Characters that are kept of each end. */
    static final int MOST = 128 * 1024;

    private static final Pattern LENGTH = Pattern.compile("(\\d)([a-z]+)");

    private final Collection<String> secrets;
    private final Consumer<String> live;
    private final Utf8 utf8 = new Utf8();
    private final PlainText plain = new PlainText();
    private final Blotter blotter;
    private final BothEnds ends = new BothEnds(MOST);
    private String rest = "";
    private boolean over;

    /**
     * @param values their secrets are looked up now
     * @param live must not throw
     */
    public Capture(Values values, Consumer<String> live) {
        this.secrets = values.echoes().stream().map(PlainText::of).toList();
        this.live = live;
        this.blotter = new Blotter(secrets);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        if (!over) {
            keep(blotter.next(plain.next(utf8.next(bytes, offset, length))));
        }
    }

    /** What comes from now on is left out, and the output says why. */
    public synchronized void cut(String why) {
        keep(finish() + "\n… " + why + "; the rest is left out …\n");
    }

    /** Foreign words for a message: in one line, without secrets. */
    public String hide(String words) {
        Blotter own = new Blotter(secrets);
        return (own.next(PlainText.of(words)) + own.rest())
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The step has succeeded; nothing is taken any more. */
    public StepEnd succeeded(String message) {
        return new StepEnd(StepEnd.Outcome.SUCCEEDED, message, output());
    }

    /** The step has failed; nothing is taken any more. */
    public StepEnd failed(String message) {
        return new StepEnd(StepEnd.Outcome.FAILED, message, output());
    }

    /** The step has failed because it took too long. */
    public StepEnd late(Duration timeout) {
        return failed("ended after " + words(timeout) + ", which is all that it gets");
    }

    /** {@code 1 h 30 m}. */
    private static String words(Duration length) {
        return LENGTH.matcher(Lengths.text(length)).replaceAll("$1 $2 ").strip();
    }

    private synchronized String output() {
        if (!over) {
            keep(finish());
        }
        if (rest.isEmpty()) {
            rest = ends.rest();
            tell(rest);
        }
        return ends.beginning() + rest;
    }

    /** What still waits to be told. */
    private String finish() {
        over = true;
        return blotter.next(plain.next(utf8.rest())) + blotter.rest();
    }

    private void keep(String safe) {
        tell(ends.take(safe));
    }

    private void tell(String safe) {
        if (!safe.isEmpty()) {
            live.accept(safe);
        }
    }
}
