using System.Text.Json;
using System.Text.Json.Serialization;

namespace Genggam.Web.Api;

/// <summary>How the API writes and reads its bodies.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    Converters = [typeof(AnswersJson)]
)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(ServiceList))]
[JsonSerializable(typeof(ServiceDetail))]
[JsonSerializable(typeof(ChangeView))]
[JsonSerializable(typeof(ApplicationBody))]
[JsonSerializable(typeof(ApplicationReceipt))]
[JsonSerializable(typeof(CaseView))]
[JsonSerializable(typeof(CaseList))]
[JsonSerializable(typeof(CompletionBody))]
[JsonSerializable(typeof(WithdrawalBody))]
[JsonSerializable(typeof(AttachmentView))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(DocumentCheck))]
internal sealed partial class ApiJson : JsonSerializerContext;
