package org.watchfloor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Place;

/** Reads scripts for a lab and finds all of their problems at once. Immutable. */
public final class LabScriptReader {
    static final String FORM =
            "write \"at 10s: break web-2 error-5xx\", \"every 60s from 5s: break web-2 refuse for 20s\" "
                    + "or \"at 40s: mend web-2\"";

    private static final int BYTES = 256 * 1024;
    private static final int STEPS = 10_000;

    private final ActionReader actions;

    /** @param targets what may be broken, see {@link Lab#targets} */
    public LabScriptReader(List<LabTarget> targets) {
        actions = new ActionReader(targets);
    }

    /** Reads a UTF-8 file of at most 256 KiB. */
    public LabScriptResult read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(BYTES + 1);
            if (bytes.length > BYTES) {
                return rejected(name, "the file is larger than 256 KiB", "split it");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(name, text);
        } catch (CharacterCodingException e) {
            return rejected(name, "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            return rejected(name, "the file cannot be read", "name an existing file that this user may read");
        }
    }

    LabScriptResult parse(String name, String text) {
        List<LabStep> steps = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
            number++;
            try {
                steps.addAll(steps(line.replaceFirst("(^|\\s)#.*", "")));
            } catch (LineProblem problem) {
                int column = 1 + line.length() - line.stripLeading().length();
                problems.add(new ConfigProblem(new Place(name, number, column), problem.what(), problem.mend()));
            }
        }
        if (steps.size() > STEPS) {
            return rejected(name, "the script has more than 10,000 steps", "use \"every\" for what repeats");
        }
        return problems.isEmpty()
                ? new LabScriptResult.Parsed(new LabScript(steps))
                : new LabScriptResult.Rejected(problems);
    }

    private List<LabStep> steps(String line) throws LineProblem {
        return line.isBlank() ? List.of() : actions.read(new LineWords(line));
    }

    private static LabScriptResult rejected(String name, String what, String mend) {
        return new LabScriptResult.Rejected(List.of(new ConfigProblem(new Place(name, 1, 1), what, mend)));
    }
}
