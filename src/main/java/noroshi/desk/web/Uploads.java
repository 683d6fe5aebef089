package noroshi.desk.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        var uploads = new ArrayList<Upload>();
        if (files != null) {
            for (var file : files) {
                var name = file.getOriginalFilename();
                if (name != null && !name.isEmpty()) {
                    if (file.getSize() > Files.LARGEST) {
                        throw new RuleBroken("desk.file-too-large", name, Files.LARGEST / MEGABYTE);
                    }
                    uploads.add(new Upload(name, file.getBytes()));
                }
            }
        }
        return uploads;
    }
}
