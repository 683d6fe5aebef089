package noroshi.topic.web;

import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.Redirect;
import noroshi.topic.Files;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Files leave as downloads only, whatever they claim to be. */
@Controller
@RequestMapping("/files/{id}")
class FileController {
    private final Files files;

    FileController(Files files) {
        this.files = files;
    }

    @GetMapping
    ResponseEntity<byte[]> download(@PathVariable UUID id, Actor actor) {
        var opened = files.open(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(Reading.header(), Reading.attachment(opened.file().name()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(opened.bytes());
    }

    @DeleteMapping
    Redirect remove(@PathVariable UUID id, Actor actor) {
        var topic = files.remove(id, actor);
        return Redirect.to("/topics/" + topic).saying("topic.file.removed-now");
    }
}
