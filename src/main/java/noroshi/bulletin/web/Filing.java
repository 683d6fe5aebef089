package noroshi.bulletin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.Manuscript;
import noroshi.shared.Actor;
import noroshi.topic.Level;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files out of a manuscript and encloses new ones, as the editor's form asked for. */
@Component
class Filing {
    private final Enclosures enclosures;

    Filing(Enclosures enclosures) {
        this.enclosures = enclosures;
    }

    /**
     * What the form says about files.
     *
     * @param drop enclosed files to take out
     */
    record Wish(List<UUID> drop, List<MultipartFile> files, Level level) {}

    void file(Manuscript saved, Wish wish, Actor actor) {
        var manuscript = saved;
        for (var enclosure : wish.drop()) {
            manuscript = enclosures.takeOut(manuscript.id(), manuscript.lock(), enclosure, actor);
        }
        for (var upload : wish.files()) {
            var name = upload.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                manuscript = enclosures.enclose(
                        manuscript.id(), manuscript.lock(), name, bytes(upload), wish.level(), actor);
            }
        }
    }

    private static byte[] bytes(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
