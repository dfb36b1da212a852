package io.vigil.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.vigil.contract.GoldenMessages.Golden;
import io.vigil.contract.v1.Vigil;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message ever shipped is still read as it was meant, and still written as it was. */
class GoldenMessagesTest {

    static List<Golden<?>> messages() {
        return GoldenMessages.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    <W extends Message> void is_read_from_its_bytes_as_it_was_meant(Golden<W> golden) {
        assertThat(golden.read(golden.storedBinary())).isEqualTo(golden.meaning());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void is_written_as_the_same_bytes(Golden<?> golden) throws IOException {
        assertThat(golden.wire().toByteArray()).isEqualTo(Files.readAllBytes(golden.binary()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void says_the_same_as_text(Golden<?> golden) {
        assertThat(golden.storedText()).isEqualTo(golden.storedBinary());
    }

    @Test
    void no_file_is_left_unread() throws IOException {
        try (var files = Files.list(GoldenMessages.FOLDER)) {
            var stored = files.map(file -> file.getFileName().toString()).collect(toSet());

            assertThat(stored)
                    .isEqualTo(messages().stream()
                            .flatMap(golden -> Stream.of(golden.name() + ".binpb", golden.name() + ".txtpb"))
                            .collect(toSet()));
        }
    }

    @Test
    void every_message_every_field_and_every_word_of_the_contract_is_there() {
        var seen = new HashSet<String>();
        messages().forEach(golden -> collect(golden.wire(), seen));

        assertThat(everythingIn(Vigil.getDescriptor().getMessageTypes()))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(seen).contains(word));
    }

    private static Set<String> everythingIn(List<Descriptor> messages) {
        var all = new HashSet<String>();
        for (var message : messages) {
            all.add(message.getFullName());
            for (var field : message.getFields()) {
                all.add(field.getFullName());
                if (field.getType() == FieldDescriptor.Type.ENUM) {
                    field.getEnumType().getValues().stream()
                            .filter(value -> value.getNumber() != 0)
                            .map(EnumValueDescriptor::getFullName)
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    private static void collect(Message message, Set<String> seen) {
        seen.add(message.getDescriptorForType().getFullName());
        message.getAllFields().forEach((field, value) -> {
            seen.add(field.getFullName());
            for (var each : field.isRepeated() ? (List<?>) value : List.of(value)) {
                if (each instanceof Message inner) {
                    collect(inner, seen);
                } else if (each instanceof EnumValueDescriptor word) {
                    seen.add(word.getFullName());
                }
            }
        });
    }
}
