using Genggam.Office.Notices;

namespace Genggam.Office.Tests.Notices;

public sealed class ContactTests
{
    [Theory]
    [InlineData("0812-3456-7890", "+6281234567890")]
    [InlineData("+62 812 3456 7890", "+6281234567890")]
    [InlineData("6281234567890", "+6281234567890")]
    [InlineData(" (0812) 3456.7890 ", "+6281234567890")]
    public void A_phone_number_is_read_as_people_write_it(string typed, string number) =>
        Assert.Equal(number, Contact.Read(typed)?.Address);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("081")]
    [InlineData("031-5678901")]
    [InlineData("+1 212 555 0100")]
    [InlineData("siti@")]
    [InlineData("siti@contoh")]
    [InlineData("siti@contoh.id\r\nBcc: budi@contoh.id")]
    [InlineData("siti@contoh.id, budi@contoh.id")]
    [InlineData("Siti <siti@contoh.id>")]
    public void What_cannot_receive_a_message_is_not_a_contact(string? typed) => Assert.Null(Contact.Read(typed));

    [Fact]
    public void A_masked_address_does_not_give_the_address_away()
    {
        Assert.Equal("s•••@contoh.id", Contact.Read("siti@contoh.id")!.ToString());
        Assert.Equal("+6281•••••90", $"{Contact.Read("081234567890")}");
    }
}
