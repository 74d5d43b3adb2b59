using Genggam.Office.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Genggam.Office.Tests.People;

public sealed class PasswordHashTests
{
    [Fact]
    public void A_password_is_hashed_by_as_many_rounds_as_OWASP_asks_for()
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddPeople(new PeopleOptions("data"))
            .BuildServiceProvider();
        Assert.True(services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
    }
}
