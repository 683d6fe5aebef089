package noroshi.desk.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import noroshi.desk.NewMatter.Upload;
import noroshi.shared.RuleBroken;
import noroshi.topic.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Reads uploaded files into memory. What is too large for that is held where it is, and said to be. */
final class Uploads {
    private static final int MEGABYTE = 1024 * 1024;

    private Uploads() {}

    static List<Upload> read(@Nullable List<MultipartFile> files) throws IOException {
        var chosen = Optional.ofNullable(files).orElse(List.of()).stream()
                .filter(file -> !named(file).isEmpty())
                .toList();
        RuleBroken.afterAll(chosen, Uploads::requireSmall);
        var uploads = new ArrayList<Upload>();
        for (var file : chosen) {
            uploads.add(new Upload(named(file), file.getBytes()));
        }
        return uploads;
    }

    private static void requireSmall(MultipartFile file) {
        if (file.getSize() > Files.LARGEST) {
            throw new RuleBroken("desk.file-too-large", named(file), Files.LARGEST / MEGABYTE);
        }
    }

    private static String named(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
