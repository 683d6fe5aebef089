package noroshi.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Uploads are held in memory by those who read them, so they are small, but where somebody reads them piece by piece. */
class Uploads extends StandardServletMultipartResolver {
    private static final DataSize LARGEST = DataSize.ofMegabytes(64);

    private final Set<String> large;

    Uploads(Collection<LargeUploads> large) {
        this.large = large.stream().map(LargeUploads::path).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        requireText(request);
        var upload = super.resolveMultipart(request);
        if (!large.contains(request.getRequestURI())
                && upload.getMultiFileMap().values().stream()
                        .flatMap(Collection::stream)
                        .mapToLong(MultipartFile::getSize)
                        .anyMatch(size -> size > LARGEST.toBytes())) {
            throw new MaxUploadSizeExceededException(LARGEST.toBytes());
        }
        return upload;
    }

    /** The server puts a sign of its own in place of what is not UTF-8, and what was meant would be gone. */
    private static void requireText(HttpServletRequest request) {
        try {
            for (var part : request.getParts()) {
                if (part.getSubmittedFileName() == null) {
                    try (var field = part.getInputStream()) {
                        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(field.readAllBytes()));
                    }
                }
            }
        } catch (CharacterCodingException garbled) {
            throw new MultipartException("a field is not UTF-8", garbled);
        } catch (IOException | ServletException | IllegalStateException unread) {
            // Whoever takes it apart next says why it cannot be.
            return;
        }
    }
}
