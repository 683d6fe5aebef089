package noroshi.bulletin.web;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import noroshi.bulletin.Enclosures;
import noroshi.shared.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Enclosed files leave as downloads only, to the newsroom only. */
@Controller
class EnclosureController {
    private final Enclosures enclosures;

    EnclosureController(Enclosures enclosures) {
        this.enclosures = enclosures;
    }

    @GetMapping("/bulletins/manuscripts/{id}/enclosures/{enclosure}")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable UUID enclosure, Actor actor) {
        var opened = enclosures.open(id, enclosure, actor);
        var disposition = ContentDisposition.attachment()
                .filename(opened.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(opened.bytes());
    }
}
