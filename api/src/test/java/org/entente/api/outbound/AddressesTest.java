package org.entente.api.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be called at all. */
class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "169.253.255.255",
                "169.255.0.1", "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2001:200::1",
                "2400:cb00::1", "2620:fe::fe", "3ffe::1"
            })
    void public_addresses_are_called(String address) throws UnknownHostException {
        assertThat(AddressSpace.of(InetAddress.getByName(address))).isEqualTo(AddressSpace.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example/",
                "ftp://partner.example/",
                "file:///etc/passwd",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://0x7f000001/",
                "https://127.1/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://localhost/",
                "https://localhost./",
                "https://partner.example./",
                "https://partner/",
                "https://a@partner.example/",
                "https://partner.example@127.0.0.1/",
                "https://partner.example:22/",
                "https://partner.example:0/",
                "https://partner.example:99999/",
                "https://partner.example/#a",
                "https://partner.example/a b",
                "https://partner.example\\@127.0.0.1/",
                "https://partner.example/\r\nX: y",
                "https://пример.example/",
                "https://partner.example/%zz",
                "https://%6cocalhost/",
                "https:partner.example",
                "//partner.example/",
                "https://",
                "",
                "https://partner..example/",
                "https://1.2.3.4.5/",
                "https://partner.0x7f/",
                "https://①②⑦.⓪.⓪.①/"
            })
    void no_other_form_of_address_is_called(String address) {
        assertThat(OutboundAddress.of(address, OutboundPolicy.of(false, false))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://partner.example", "https://partner.example:8443/a?b=c%20d", "HTTPS://Partner.Example/a"
            })
    void public_names_under_tls_are_called(String address) {
        assertThat(OutboundAddress.of(address, OutboundPolicy.of(false, false))).isPresent();
    }
}
