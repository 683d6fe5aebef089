package noroshi.notification;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Notifications as mail servers write them. */
public final class Bounced {
    private Bounced() {}

    /** As Postfix writes it, handed to a command with the line of the envelope before it. */
    public static byte[] postfix(UUID mail, String action, String status, String words) {
        return bytes("""
                From MAILER-DAEMON Mon Nov 23 10:04:11 2026
                Return-Path: <>
                Date: Mon, 23 Nov 2026 10:04:11 +0900 (JST)
                From: MAILER-DAEMON@relay.noroshi.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: bounces@noroshi.example
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="4Xk2mP3Wz1z9s.1795396451/relay.noroshi.example"
                Message-Id: <4Xk2mQ0Hj2z9t@relay.noroshi.example>

                This is a MIME-encapsulated message.

                --4Xk2mP3Wz1z9s.1795396451/relay.noroshi.example
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host relay.noroshi.example.

                --4Xk2mP3Wz1z9s.1795396451/relay.noroshi.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.noroshi.example
                X-Postfix-Queue-ID: 4Xk2mP3Wz1z9s
                X-Postfix-Sender: rfc822; bounces@noroshi.example
                Arrival-Date: Mon, 23 Nov 2026 10:04:09 +0900 (JST)

                Final-Recipient: rfc822; noor@member.example
                Original-Recipient: rfc822;noor@member.example
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.member.example
                Diagnostic-Code: smtp; %s

                --4Xk2mP3Wz1z9s.1795396451/relay.noroshi.example
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                Return-Path: <bounces@noroshi.example>
                Date: Mon, 23 Nov 2026 10:04:08 +0900
                From: notices@noroshi.example
                To: noor@member.example
                Message-ID: <%s@noroshi.example>
                Subject: =?UTF-8?B?W1RMUDpBTUJFUl0=?=

                --4Xk2mP3Wz1z9s.1795396451/relay.noroshi.example--
                """.formatted(action, status, words, mail));
    }

    /** The same words of Postfix, in a notification of its own. */
    static byte[] again(byte[] postfix) {
        return new String(postfix, StandardCharsets.UTF_8)
                .replace("4Xk2mQ0Hj2z9t@", "4Xk9aB1Cd2e3f@")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As Exchange writes it: the reason in two forms, the status in base64, the whole message returned. */
    static byte[] exchange(UUID mail) {
        var status = """
                Reporting-MTA: dns;TYAPR01MB1234.jpnprd01.prod.outlook.example
                Received-From-MTA: dns;relay.noroshi.example
                Arrival-Date: Mon, 23 Nov 2026 01:04:11 +0000

                Final-Recipient: rfc822;noor@member.example
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient
                 noor@member.example not found by SMTP address lookup
                X-Display-Name: noor@member.example

                """.replace("\n", "\r\n");
        return bytes("""
                From: <postmaster@member.example>
                To: <bounces@noroshi.example>
                Date: Mon, 23 Nov 2026 01:04:12 +0000
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="7b9d1e52-aa10-4c0e-bb5f-4d8f4f1f1a77"
                X-MS-Exchange-Message-Is-Ndr:
                Content-Language: ja-JP
                Message-ID: <ab12cd34@TYAPR01MB1234.jpnprd01.prod.outlook.example>
                In-Reply-To: <%1$s@noroshi.example>
                Subject: =?utf-8?B?6YWN6YCB5LiN6IO9?=
                MIME-Version: 1.0

                --7b9d1e52-aa10-4c0e-bb5f-4d8f4f1f1a77
                Content-Type: multipart/alternative; boundary="inner"

                --inner
                Content-Type: text/plain; charset="utf-8"
                Content-Transfer-Encoding: 8bit

                配信できませんでした

                --inner
                Content-Type: text/html; charset="utf-8"

                <html><body><p>Delivery has failed</p></body></html>

                --inner--

                --7b9d1e52-aa10-4c0e-bb5f-4d8f4f1f1a77
                Content-Type: message/delivery-status
                Content-Transfer-Encoding: base64

                %2$s

                --7b9d1e52-aa10-4c0e-bb5f-4d8f4f1f1a77
                Content-Type: message/rfc822

                Received: from relay.noroshi.example (192.0.2.25) by
                 TYAPR01MB1234.jpnprd01.prod.outlook.example with Microsoft SMTP Server
                From: notices@noroshi.example
                To: noor@member.example
                Subject: =?UTF-8?B?W1RMUDpBTUJFUl0=?=
                Message-ID:
                 <%1$s@noroshi.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                http://localhost/notifications/1

                --7b9d1e52-aa10-4c0e-bb5f-4d8f4f1f1a77--
                """.formatted(
                mail, java.util.Base64.getMimeEncoder().encodeToString(status.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Somebody is away, and says so by a machine. */
    static byte[] away(UUID mail) {
        return bytes("""
                From: noor@member.example
                To: notices@noroshi.example
                Subject: Automatic reply: away until Monday
                Auto-Submitted: auto-replied
                In-Reply-To: <%s@noroshi.example>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Status: 5.1.1
                Action: failed
                """.formatted(mail));
    }

    /** A receipt of reading is a report too, and no bounce. */
    static byte[] receipt(UUID mail) {
        return bytes("""
                From: noor@member.example
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: message/disposition-notification

                Original-Message-ID: <%s@noroshi.example>
                Disposition: manual-action/MDN-sent-manually; displayed

                --b--
                """.formatted(mail));
    }

    private static byte[] bytes(String text) {
        return text.replace("\r", "").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
