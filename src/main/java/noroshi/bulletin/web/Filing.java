package noroshi.bulletin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.Manuscript;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
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
    record Wish(List<UUID> drop, List<MultipartFile> files, Level level) {
        List<String> names() {
            return files.stream()
                    .map(MultipartFile::getOriginalFilename)
                    .filter(name -> name != null && !name.isEmpty())
                    .toList();
        }
    }

    /** A file that was not taken, and why. */
    record Untaken(String name, RuleBroken rule) {
        /** Names the file, whether the rule does so or not. */
        String sentence() {
            var sentence = Ui.text(rule);
            return sentence.contains(name) ? sentence : Ui.text("bulletin.file-untaken", name, sentence);
        }
    }

    /** What became of the files that were chosen. */
    record Filed(List<String> taken, List<Untaken> untaken) {
        FormErrors errors() {
            var why = untaken.stream().map(Untaken::sentence).collect(Collectors.joining(Ui.text("topic.and")));
            return taken.isEmpty()
                    ? FormErrors.none().and("files", "bulletin.files-untaken", why)
                    : FormErrors.none().and("files", "bulletin.files-some-taken", Ui.listed(taken), why);
        }

        List<String> again() {
            return untaken.stream().map(Untaken::name).toList();
        }
    }

    /** Takes what can be taken. */
    Filed file(Manuscript saved, Wish wish, Actor actor) {
        var manuscript = saved;
        for (var enclosure : wish.drop()) {
            manuscript = enclosures.takeOut(manuscript.id(), manuscript.lock(), enclosure, actor);
        }
        var taken = new ArrayList<String>();
        var untaken = new ArrayList<Untaken>();
        for (var upload : wish.files()) {
            var name = upload.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                try {
                    manuscript = enclosures.enclose(
                            manuscript.id(), manuscript.lock(), name, bytes(upload), wish.level(), actor);
                    taken.add(name);
                } catch (RuleBroken refusal) {
                    untaken.add(new Untaken(name, refusal));
                }
            }
        }
        return new Filed(taken, untaken);
    }

    private static byte[] bytes(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
