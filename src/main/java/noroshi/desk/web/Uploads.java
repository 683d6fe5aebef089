package noroshi.desk.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import noroshi.desk.NewMatter.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Reads uploaded files into memory. */
final class Uploads {
    private Uploads() {}

    static List<Upload> read(@Nullable List<MultipartFile> files) throws IOException {
        var uploads = new ArrayList<Upload>();
        if (files != null) {
            for (var file : files) {
                var name = file.getOriginalFilename();
                if (name != null && !name.isEmpty()) {
                    uploads.add(new Upload(name, file.getBytes()));
                }
            }
        }
        return uploads;
    }
}
