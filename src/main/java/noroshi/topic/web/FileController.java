package noroshi.topic.web;

import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Files;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Files leave as downloads only, whatever they claim to be. */
@Controller
@RequestMapping("/files/{id}")
class FileController {
    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    /** A file in quarantine does not leave by its own address; the page that says so does. */
    @GetMapping
    Object download(@PathVariable UUID id, Actor actor) {
        if (!files.show(id, actor).scan().clean()) {
            return Redirect.to("/files/" + id + "/quarantine");
        }
        var opened = files.open(id, actor);
        return leaving(opened.file().name(), opened.bytes());
    }

    @GetMapping("/quarantine")
    Object explain(@PathVariable UUID id, Actor actor) {
        var file = files.show(id, actor);
        return file.scan().clean()
                ? Redirect.to("/topics/" + file.topic())
                : new Page("topic/quarantine", new QuarantinePage(file, Files.mayTake(file, actor)));
    }

    @PostMapping("/sample")
    ResponseEntity<byte[]> take(@PathVariable UUID id, Actor actor) {
        var sample = files.take(id, actor);
        return leaving(sample.name(), sample.bytes());
    }

    private static ResponseEntity<byte[]> leaving(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(Reading.header(), Reading.attachment(name))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }

    @DeleteMapping
    Redirect remove(@PathVariable UUID id, Actor actor) {
        var topic = files.remove(id, actor);
        return Redirect.to("/topics/" + topic).saying("topic.file.removed-now");
    }
}
