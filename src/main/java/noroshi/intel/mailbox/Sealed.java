package noroshi.intel.mailbox;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A way to a mail server that is encrypted, and whose other end shows that it is that server. */
record Sealed(SSLSocketFactory sockets) {
    /** Over a line that stands; an {@link javax.net.ssl.SSLException} when the other end is not who it should be. */
    Socket over(Socket line, MailboxSettings settings) throws IOException {
        var socket = (SSLSocket) sockets.createSocket(line, settings.host(), settings.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
