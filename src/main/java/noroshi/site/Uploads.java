package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
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
}
