package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever H2 has said to be committed is found again in the file as it is at that moment. */
class HeaderFilesTest {
    private static final int COMMITS = 300;

    @TempDir
    private Path temp;

    @Test
    void everyCommitIsFoundThoughSpaceIsUsedAgain() throws IOException {
        assertThat(lost(HeaderFiles.over("file:"))).isEmpty();
    }

    @Test
    void withoutItSomeAreNot() throws IOException {
        assertThat(lost("file:")).isNotEmpty();
    }

    /** The commits that a copy of the file, made right after them, does not know. */
    private List<Integer> lost(String fileSystem) throws IOException {
        Path file = temp.resolve("live.mv.db");
        Path copy = temp.resolve("copy.mv.db");
        List<Integer> lost = new ArrayList<>();
        try (MVStore store = new MVStore.Builder()
                .fileName(fileSystem + file)
                .autoCommitDisabled()
                .open()) {
            store.setRetentionTime(0);
            MVMap<Integer, String> map = store.openMap("rows");
            for (int commit = 1; commit <= COMMITS; commit++) {
                map.put(commit % 7, commit + "x".repeat(commit % 50 * 400));
                map.put(-1, Integer.toString(commit));
                store.commit();
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                if (newest(copy) != commit) {
                    lost.add(commit);
                }
            }
        }
        return lost;
    }

    private static int newest(Path copy) {
        try (MVStore store =
                new MVStore.Builder().fileName("file:" + copy).readOnly().open()) {
            MVMap<Integer, String> map = store.openMap("rows");
            return Integer.parseInt(map.getOrDefault(-1, "0"));
        }
    }
}
