package noroshi.intel.taxii.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A small body that becomes a large one. */
class UnpackingTests {
    private static final int MEGABYTE = 1024 * 1024;

    private final Body body = new Body();

    /** Tells how much of it was read. */
    private static final class Counted extends ServletInputStream {
        private final ByteArrayInputStream packed;

        Counted(byte[] packed) {
            this.packed = new ByteArrayInputStream(packed);
        }

        @Override
        public int read() {
            return packed.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return packed.read(into, from, most);
        }

        int left() {
            return packed.available();
        }

        @Override
        public boolean isFinished() {
            return left() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static byte[] zeros(int megabytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            for (var i = 0; i < megabytes; i++) {
                gzip.write(new byte[MEGABYTE]);
            }
        }
        return out.toByteArray();
    }

    private static MockHttpServletRequest packed(Counted stream) {
        var request = new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return stream;
            }
        };
        request.addHeader("Content-Encoding", "gzip");
        return request;
    }

    @Test
    void whatUnpacksBeyondTheLimitIsNotUnpackedToItsEnd() throws IOException {
        var bomb = zeros(200);
        var account = UUID.randomUUID();
        for (var round = 0; round < 20; round++) {
            var stream = new Counted(bomb);
            assertThatThrownBy(() -> body.use(packed(stream), account, bytes -> bytes))
                    .isInstanceOfSatisfying(
                            TaxiiFault.class,
                            fault -> assertThat(fault.status()).isEqualTo(413));
            assertThat(bomb.length - stream.left())
                    .as("as much as 10 MB need, not 200")
                    .isLessThan(bomb.length / 10);
        }
        var fits = new Counted(zeros(10));
        assertThat(body.<Integer>use(packed(fits), account, bytes -> bytes.length))
                .as("nothing of the others is held")
                .isEqualTo(Body.MOST);
    }
}
