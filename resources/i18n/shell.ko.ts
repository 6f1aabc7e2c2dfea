<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;weights…</source>
        <translation>가중치 열기(&amp;W)…</translation>
    </message>
    <message>
        <source>Open a &amp;folder with MNIST…</source>
        <translation>MNIST 폴더 열기(&amp;F)…</translation>
    </message>
    <message>
        <source>Use the &amp;made-up digits</source>
        <translation>만들어 낸 숫자 쓰기(&amp;M)</translation>
    </message>
    <message>
        <source>Use the real &amp;MNIST (download once, 11 MB)</source>
        <translation>진짜 MNIST 쓰기(&amp;M) (한 번 내려받기, 11 MB)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝은 화면</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어두운 화면</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>화면 배치 되돌리기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About Mitbadak</source>
        <translation>밑바닥에 대하여(&amp;A)</translation>
    </message>
</context>
<context>
    <name>expressions</name>
    <message>
        <source>Type a function of x, for example x * tanh(x).</source>
        <translation>x의 함수를 입력하세요. 예: x * tanh(x)</translation>
    </message>
    <message>
        <source>The bracket at place {place} is still open: close it with “)” where it ends.</source>
        <translation>{place}번째 글자의 괄호가 닫히지 않았습니다. 끝나는 곳에 “)”를 넣으세요.</translation>
    </message>
    <message>
        <source>“{got}” at place {place} is no number that can be used: write 0.5, 3 or 1e-4, below 1e308.</source>
        <translation>쓸 수 없는 수입니다({place}번째 글자, “{got}”). 0.5, 3, 1e-4처럼 1e308보다 작게 쓰세요.</translation>
    </message>
    <message>
        <source>From place {place} on, more than {limit} brackets, signs or powers lie within each other: write it flatter.</source>
        <translation>{place}번째 글자부터 괄호, 부호, 거듭제곱이 {limit}겹을 넘습니다. 더 얕게 쓰세요.</translation>
    </message>
    <message>
        <source>A sign is missing before “{got}” at place {place}: to multiply, write “*”, as in 2 * x.</source>
        <translation>{place}번째 글자 “{got}” 앞에 연산 기호가 빠졌습니다. 곱하려면 2 * x처럼 “*”를 쓰세요.</translation>
    </message>
    <message>
        <source>After the name of a function comes its bracket: write “(” at place {place}, as in sin(x).</source>
        <translation>함수 이름 뒤에는 괄호가 옵니다. {place}번째 자리에 “(”를 넣어 sin(x)처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Something is missing at the end: go on with x, a number or a function.</source>
        <translation>끝에 무언가 빠졌습니다. x, 수, 함수 중 하나를 이어서 쓰세요.</translation>
    </message>
    <message>
        <source>“{got}” at place {place} is a Korean letter: switch the keyboard to English, and write x or a function such as exp.</source>
        <translation>한글이 있습니다({place}번째 글자, “{got}”). 한/영 키로 자판을 영문으로 바꾸고 x나 exp 같은 함수를 쓰세요.</translation>
    </message>
    <message>
        <source>“{got}” at place {place} is not read as a power: write “^”, as in x^2 or x^3.</source>
        <translation>거듭제곱은 이렇게 쓸 수 없습니다({place}번째 글자, “{got}”). x^2, x^3처럼 “^”를 쓰세요.</translation>
    </message>
    <message>
        <source>The bracket “)” at place {place} closes nothing, or has nothing before it: take it away, or write what is missing.</source>
        <translation>{place}번째 글자의 괄호 “)”는 닫을 것이 없거나 앞이 비어 있습니다. 지우거나 빠진 것을 쓰세요.</translation>
    </message>
    <message>
        <source>The comma at place {place} does not belong there: write decimals with a point, as in 0.5; only max and min take two things.</source>
        <translation>{place}번째 글자에는 쉼표가 올 수 없습니다. 소수는 0.5처럼 점으로 쓰세요. 값을 둘 받는 함수는 max와 min뿐입니다.</translation>
    </message>
    <message>
        <source>“{got}” at place {place} cannot stand there: use numbers, x, + - * / ^, brackets, and functions such as exp.</source>
        <translation>여기에 올 수 없는 글자입니다({place}번째 글자, “{got}”). 수, x, + - * / ^, 괄호, exp 같은 함수를 쓰세요.</translation>
    </message>
    <message>
        <source>“{name}” at place {place} is not known here: did you mean {suggestion}?</source>
        <translation>모르는 이름입니다({place}번째 글자, “{name}”). 혹시 {suggestion}입니까?</translation>
    </message>
    <message>
        <source>“{name}” at place {place} is not known here: use x, pi, e, or functions such as exp, log, sin, tanh and max.</source>
        <translation>모르는 이름입니다({place}번째 글자, “{name}”). x, pi, e나 exp, log, sin, tanh, max 같은 함수를 쓰세요.</translation>
    </message>
    <message>
        <source>{name} at place {place} takes two things, not {got}: write them with a comma, as in {name}(x, 0).</source>
        <translation>{name} 함수는 값을 두 개 받는데 지금은 {got}개입니다({place}번째 글자). {name}(x, 0)처럼 쉼표로 나누어 쓰세요.</translation>
    </message>
    <message>
        <source>{name} at place {place} takes one thing, not {got}: write {name}(x).</source>
        <translation>{name} 함수는 값을 하나만 받는데 지금은 {got}개입니다({place}번째 글자). {name}(x)처럼 쓰세요.</translation>
    </message>
    <message>
        <source>This is too long: {limit} letters are the most. Write it shorter.</source>
        <translation>너무 깁니다. {limit}자까지 쓸 수 있습니다. 더 짧게 쓰세요.</translation>
    </message>
    <message>
        <source>This is too long: {limit} numbers, names and signs are the most, which is up to place {place}.</source>
        <translation>너무 깁니다. 수, 이름, 기호를 모두 {limit}개까지 쓸 수 있고, {place}번째 글자 앞에서 끝나야 합니다.</translation>
    </message>
</context>
<context>
    <name>functions</name>
    <message>
        <source>Step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>{what}: {done} of {total} MB</source>
        <translation>{what}: {total} MB 중 {done} MB</translation>
    </message>
</context>
<context>
    <name>loader</name>
    <message>
        <source>open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>change the data</source>
        <translation>데이터 바꾸기</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>This network is {got}, but digits need 784 numbers at the start and 10 classes at the end. Open weights that fit; the network that was open stays open.</source>
        <translation>이 신경망은 {got}인데, 숫자를 읽으려면 입력이 784개, 출력이 10개여야 합니다. 맞는 가중치를 여세요. 열려 있던 신경망은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>{name} has the shape {got}, but here it has to be {expected}.</source>
        <translation>{name}의 형상은 {got}인데, 여기서는 {expected}이어야 합니다.</translation>
    </message>
    <message>
        <source>{name} is {got}, but it has to be {expected}.</source>
        <translation>{name} 값이 {got}인데, {expected}이어야 합니다.</translation>
    </message>
    <message>
        <source>MNIST could not be downloaded: no server gave {name}. Check the network and try again, or open a folder that has the four files. What has arrived so far is kept.</source>
        <translation>MNIST를 내려받지 못했습니다. {name} 파일을 받을 수 있는 서버가 없습니다. 인터넷 연결을 확인하고 다시 시도하거나, 네 파일이 든 폴더를 여세요. 지금까지 받은 부분은 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>This cannot be used: {details}.</source>
        <translation>사용할 수 없는 값입니다: {details}.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. What you made is kept; the details help to report it.</source>
        <translation>프로그램 안에서 문제가 생겼습니다. 만드신 것은 그대로 있습니다. 자세한 내용은 문제를 알릴 때 도움이 됩니다.</translation>
    </message>
    <message>
        <source>{file} was not opened: it asks for {name}, which could run a program on this computer. Only files of plain NumPy arrays are opened; nothing in it was run.</source>
        <translation>{file} 파일을 열지 않았습니다. 이 파일이 부르는 {name} 때문에 컴퓨터에서 프로그램이 실행될 수 있습니다. NumPy 배열만 든 파일을 여세요. 파일 안의 어떤 것도 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>{file} is not there. Check the place and the name.</source>
        <translation>{file} 파일이 없습니다. 위치와 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>{file} is a folder or something else that is no file. Choose a file.</source>
        <translation>{file} 항목은 폴더이거나 파일이 아닌 다른 것입니다. 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Check whether you may open it.</source>
        <translation>{file} 파일을 읽을 수 없습니다: {reason}. 열 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Choose another place.</source>
        <translation>{file} 파일을 쓸 수 없습니다: {reason}. 다른 위치를 고르세요.</translation>
    </message>
    <message>
        <source>{file} is empty. Get the file again.</source>
        <translation>{file} 파일이 비어 있습니다. 파일을 다시 받으세요.</translation>
    </message>
    <message>
        <source>{file} is too large to open: {size} bytes, where {limit} are the most. Choose another.</source>
        <translation>{file} 파일은 너무 커서 열 수 없습니다({size}바이트, 최대 {limit}바이트). 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is of no kind that is opened here. Open weights (.pkl, .npz, .safetensors) or a folder with the MNIST files.</source>
        <translation>{file} 파일은 여기서 여는 종류가 아닙니다. 가중치 파일(.pkl, .npz, .safetensors)이나 MNIST 파일이 든 폴더를 여세요.</translation>
    </message>
    <message>
        <source>{file} ends too early. Copy or download it again.</source>
        <translation>{file} 파일이 중간에 끊겼습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} goes on after its end. Copy or download it again.</source>
        <translation>{file} 파일 끝에 남는 내용이 있습니다. 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} is damaged ({what}). Copy or download it again.</source>
        <translation>{file} 파일이 손상되었습니다({what}). 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} is a pickle with more in it than arrays ({opcode}). Save it as plain arrays.</source>
        <translation>{file} 파일은 배열 말고 다른 것({opcode})도 든 피클입니다. 배열만 담아 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{file} has a name that is no text ({got}). Save it with names such as W1.</source>
        <translation>{file}에 글자가 아닌 이름({got})이 있습니다. W1 같은 이름으로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{file} is nested too deep or has too many parts to be weights.</source>
        <translation>{file} 파일은 가중치라고 보기에는 너무 깊이 겹쳐 있거나 조각이 너무 많습니다. 다른 파일을 여세요.</translation>
    </message>
    <message>
        <source>{key} in {file} holds Python objects instead of numbers. Save it as float32.</source>
        <translation>{file}의 {key}에 수가 아니라 파이썬 객체가 들어 있습니다. float32로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{key} in {file} is of type {got}, which is not used here. Save it as float32.</source>
        <translation>{file}에 든 {key}의 자료형({got})은 쓸 수 없습니다. float32로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{key} in {file} has {got} bytes where its shape needs {expected}. Save the file again.</source>
        <translation>{file}에 든 {key}의 크기가 형상대로라면 {expected}바이트여야 하는데 {got}바이트입니다. 파일을 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{file} holds a {got} instead of named arrays. Save a dict of W1, b1, W2, b2 and so on.</source>
        <translation>{file} 파일에 이름 붙은 배열이 아니라 다른 것({got})이 들어 있습니다. W1, b1, W2, b2 …가 든 딕셔너리를 저장하세요.</translation>
    </message>
    <message>
        <source>{key} is missing in {file}. Weights need W1, b1, W2, b2 … without gaps.</source>
        <translation>{file}에 {key} 배열이 없습니다. 가중치는 W1, b1, W2, b2 …가 빠짐없이 있어야 합니다.</translation>
    </message>
    <message>
        <source>{file} has {key}, which is no weight of such a network. Leave it out.</source>
        <translation>{file}에 든 {key} 배열은 이런 신경망의 가중치가 아닙니다. 빼고 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{key} in {file} is a {got} instead of an array of numbers.</source>
        <translation>{file}에 든 {key} 값이 수의 배열이 아닙니다({got}). 배열로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{key} in {file} has numbers that are infinite or not numbers (nan). Train or save it again.</source>
        <translation>{file}의 {key}에 무한대이거나 수가 아닌 값(nan)이 있습니다. 다시 학습하거나 저장하세요.</translation>
    </message>
    <message>
        <source>{key} in {file} has the shape {got}, but {expected} is needed.</source>
        <translation>{file}에 든 {key}의 형상이 {got}인데, {expected}이어야 합니다.</translation>
    </message>
    <message>
        <source>{key} in {file} has the shape {got}, but after the layer before it has to be {expected}.</source>
        <translation>{file}에 든 {key}의 형상이 {got}인데, 앞 층에 이어지려면 {expected}이어야 합니다.</translation>
    </message>
    <message>
        <source>{file} asks for the activation function {got}, which is not known here.</source>
        <translation>{file} 파일에 적힌 활성화 함수({got})는 여기에 없습니다. 다른 활성화 함수로 저장하세요.</translation>
    </message>
    <message>
        <source>{file} is not an IDX file as MNIST has them. Get the file again.</source>
        <translation>{file} 파일은 MNIST가 쓰는 IDX 파일이 아닙니다. 파일을 다시 받으세요.</translation>
    </message>
    <message>
        <source>{file} has {got} labels for {expected} images. Get both files again.</source>
        <translation>{file}에는 이미지 {expected}장에 레이블이 {got}개 있습니다. 두 파일을 다시 받으세요.</translation>
    </message>
    <message>
        <source>{file} has the label {got}, but digits go from 0 to 9.</source>
        <translation>{file} 파일의 레이블 중에 {got} 값이 있는데, 레이블은 0부터 9까지입니다. 파일을 다시 받으세요.</translation>
    </message>
    <message>
        <source>{node} would wait for itself: signals run one way only. Leave this wire out, or take away another one of the circle first.</source>
        <translation>{node}의 신호가 자기 자신에게 되돌아옵니다. 신호는 한 방향으로만 흐릅니다. 이 선을 빼거나, 먼저 고리를 이루는 다른 선을 없애세요.</translation>
    </message>
    <message>
        <source>Two parts have the key {node}. Give one of them another key.</source>
        <translation>두 부품의 키가 {node}(으)로 같습니다. 하나의 키를 바꾸세요.</translation>
    </message>
    <message>
        <source>A wire to {node} comes from signal {pin} of {source}, which is not there. Lead it from another part.</source>
        <translation>{node}에 들어오는 선이 {source}의 신호 {pin}에서 나오는데, 그런 신호가 없습니다. 다른 부품에서 이으세요.</translation>
    </message>
    <message>
        <source>{node} is given {got} signals, but its block has {expected} inputs. Give it one for each.</source>
        <translation>{node}에 신호가 {got}개 들어오는데, 블록의 입력은 {expected}개입니다. 입력마다 신호를 하나씩 이으세요.</translation>
    </message>
    <message>
        <source>A weight or bias of {node} is {got}, but it has to be a number from -{limit} to {limit}.</source>
        <translation>{node}의 가중치나 편향 값이 {got}인데, -{limit}부터 {limit}까지의 수여야 합니다.</translation>
    </message>
    <message>
        <source>That would be too much: {got} {what}, where {limit} are the most. Take some away.</source>
        <translation>너무 많습니다. {what} 수가 {got}인데, 최대 {limit}까지입니다. 일부를 지우세요.</translation>
    </message>
    <message>
        <source>There is nothing to do this with. Select one part or more first.</source>
        <translation>이 일을 할 대상이 없습니다. 먼저 부품을 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>{file} is not a circuit that was saved here. Choose a circuit (.json).</source>
        <translation>{file} 파일은 여기서 저장한 회로가 아닙니다. 회로 파일(.json)을 고르세요.</translation>
    </message>
    <message>
        <source>{file} is not written as JSON has to be: line {line}, column {column}. Mend it there, or save the circuit again.</source>
        <translation>{file} 파일이 JSON 형식에 맞지 않습니다({line}행 {column}열). 그 자리를 고치거나 회로를 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{file} was saved by a newer version of this program: its format is {got}, and {known} is the newest that is known here. Update the program.</source>
        <translation>{file} 파일은 더 새로운 버전의 프로그램에서 저장했습니다. 파일 형식은 {got}인데, 이 프로그램은 {known}까지만 압니다. 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>In {file}, {where} has to be {expected}, but is {got}. Mend it there, and try again.</source>
        <translation>{file} 파일의 {where} 자리에는 {expected} 값이 있어야 합니다(지금은 {got}). 그 자리를 고치고 다시 여세요.</translation>
    </message>
    <message>
        <source>In {file}, {key} is said twice in one place. Take one of the two out.</source>
        <translation>{file} 파일의 한곳에 {key} 항목이 두 번 나옵니다. 둘 중 하나를 빼세요.</translation>
    </message>
    <message>
        <source>In {file}, {where} has {got} letters, where {limit} are the most. Shorten it.</source>
        <translation>{file} 파일의 {where} 글자 수가 {got}자인데, 최대 {limit}자입니다. 줄이세요.</translation>
    </message>
    <message>
        <source>In {file}, {where} has a letter that cannot be shown, {got}. Take it out.</source>
        <translation>{file} 파일의 {where} 자리에 표시할 수 없는 문자({got})가 있습니다. 그 문자를 빼세요.</translation>
    </message>
    <message>
        <source>In {file}, {where} uses the block {block}, which is not in the file. Add it to blocks.</source>
        <translation>{file} 파일의 {where} 자리에서 쓰는 {block} 블록이 파일에 없습니다. blocks에 추가하세요.</translation>
    </message>
    <message>
        <source>In {file}, the block {block} has itself inside, at {where}. Take it out there.</source>
        <translation>{file} 파일의 {block} 블록 안에 자기 자신이 들어 있습니다({where}). 그 자리에서 빼세요.</translation>
    </message>
    <message>
        <source>In {file}, {node} at {where} would wait for itself: signals run one way only. Take away a wire of the circle.</source>
        <translation>{file} 파일에서 {where} 자리에 있는 {node}의 신호가 자기 자신에게 되돌아옵니다. 신호는 한 방향으로만 흐릅니다. 고리를 이루는 선 하나를 없애세요.</translation>
    </message>
    <message>
        <source>In {file}, the part at {where} has the key {node}, which another part has, too. Give it another.</source>
        <translation>{file} 파일의 {where} 자리에 있는 부품의 키 {node}이(가) 다른 부품의 키와 같습니다. 다른 키로 바꾸세요.</translation>
    </message>
    <message>
        <source>In {file}, a wire to {node} at {where} comes from signal {pin} of {source}, which is not there. Lead it from another part.</source>
        <translation>{file} 파일에서 {where} 자리의 {node}에 들어오는 선이 {source}의 신호 {pin}에서 나오는데, 그런 신호가 없습니다. 다른 부품에서 이으세요.</translation>
    </message>
    <message>
        <source>In {file}, {node} at {where} is given {got} signals, but its block has {expected} inputs. Give it one for each.</source>
        <translation>{file} 파일에서 {where} 자리의 {node}에 신호가 {got}개 들어오는데, 블록의 입력은 {expected}개입니다. 입력마다 신호를 하나씩 이으세요.</translation>
    </message>
    <message>
        <source>In {file}, {where} is {got}, but it has to be a number from -{limit} to {limit}. Mend it there.</source>
        <translation>{file} 파일의 {where} 값이 {got}인데, -{limit}부터 {limit}까지의 수여야 합니다. 그 자리를 고치세요.</translation>
    </message>
    <message>
        <source>{file} has too much in it{place}: {got} {what}, where {limit} are the most. Choose another.</source>
        <translation>{file} 파일에 든 것이 너무 많습니다{place}. {what} 수가 {got}인데, 최대 {limit}까지입니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>nothing (null)</source>
        <translation>없음(null)</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>참/거짓(true/false)</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>문자열</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>perceptrons, blocks and outputs</source>
        <translation>퍼셉트론·블록·출력</translation>
    </message>
    <message>
        <source>levels of blocks inside blocks</source>
        <translation>겹친 블록의 단계</translation>
    </message>
    <message>
        <source>perceptrons</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>levels of lists inside lists</source>
        <translation>겹친 목록의 단계</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Float this panel, or put it back</source>
        <translation>패널을 떼어 내거나 제자리에 붙입니다</translation>
    </message>
    <message>
        <source>Close this panel; the View menu brings it back</source>
        <translation>패널을 닫습니다. 보기 메뉴에서 다시 열 수 있습니다</translation>
    </message>
    <message>
        <source>Float {panel}</source>
        <translation>{panel} 떼어 내기</translation>
    </message>
    <message>
        <source>Close {panel}</source>
        <translation>{panel} 닫기</translation>
    </message>
    <message>
        <source>Gate designer</source>
        <translation>게이트 설계</translation>
    </message>
    <message>
        <source>Chapter 2: a perceptron decides by a line</source>
        <translation>2장 · 퍼셉트론은 직선 하나로 판단합니다</translation>
    </message>
    <message>
        <source>Activation curves</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>3.2: how a sum becomes a signal</source>
        <translation>3.2 · 합이 신호로 바뀌는 모양</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>3.4: a batch goes through the network</source>
        <translation>3.4 · 배치가 신경망을 지나갑니다</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>숫자 그리기</translation>
    </message>
    <message>
        <source>3.6: your own hand, read by the network</source>
        <translation>3.6 · 손으로 쓴 숫자를 신경망이 읽습니다</translation>
    </message>
</context>
<context>
    <name>topbar</name>
    <message>
        <source>Switch the language</source>
        <translation>언어를 바꿉니다</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>밝은 화면과 어두운 화면을 바꿉니다</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝은 화면 또는 어두운 화면</translation>
    </message>
    <message>
        <source>Model: loading…</source>
        <translation>모델: 불러오는 중…</translation>
    </message>
    <message>
        <source>Model {name}, changed  {sizes}</source>
        <translation>모델 {name}(바뀜)  {sizes}</translation>
    </message>
    <message>
        <source>Model {name}  {sizes}</source>
        <translation>모델 {name}  {sizes}</translation>
    </message>
    <message>
        <source>Weights that come with the program; click to open others</source>
        <translation>함께 들어 있는 가중치입니다. 누르면 다른 가중치를 열 수 있습니다</translation>
    </message>
    <message>
        <source>Data: loading…</source>
        <translation>데이터: 불러오는 중…</translation>
    </message>
    <message>
        <source>Data {name}, {count} images</source>
        <translation>데이터 {name} {count}장</translation>
    </message>
    <message>
        <source>These digits were made up by a program. Click for the real MNIST.</source>
        <translation>프로그램이 만들어 낸 숫자입니다. 누르면 진짜 MNIST를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Layer {number}: {function} instead of {own}</source>
        <translation>{number}층: {own} 대신 {function}</translation>
    </message>
    <message>
        <source>made-up digits</source>
        <translation>만들어 낸 숫자</translation>
    </message>
    <message>
        <source>MNIST test</source>
        <translation>MNIST 시험용</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>All panels are closed. View → Reset layout brings them back.</source>
        <translation>패널이 모두 닫혀 있습니다. 보기 → 화면 배치 되돌리기를 누르면 다시 나타납니다.</translation>
    </message>
    <message>
        <source>← → step · ↑ ↓ image · Ctrl+Z undo</source>
        <translation>← → 단계 · ↑ ↓ 이미지 · Ctrl+Z 실행 취소</translation>
    </message>
    <message>
        <source>Del delete · G block · Ctrl+Z undo</source>
        <translation>Del 삭제 · G 블록 · Ctrl+Z 실행 취소</translation>
    </message>
    <message>
        <source>Ctrl+Z undo</source>
        <translation>Ctrl+Z 실행 취소</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>가중치 열기</translation>
    </message>
    <message>
        <source>Weights ({patterns})</source>
        <translation>가중치 ({patterns})</translation>
    </message>
    <message>
        <source>Open the folder that has the four MNIST files</source>
        <translation>MNIST 파일 네 개가 든 폴더를 여세요</translation>
    </message>
    <message>
        <source>Looking for MNIST…</source>
        <translation>MNIST를 찾는 중…</translation>
    </message>
    <message>
        <source>{name} is open: {count} weights and biases</source>
        <translation>{name} 사용 중 · 가중치와 편향 {count}개</translation>
    </message>
    <message>
        <source>In use now: {name}, {count} images</source>
        <translation>지금 쓰는 데이터: {name} {count}장</translation>
    </message>
    <message>
        <source>About Mitbadak</source>
        <translation>밑바닥에 대하여</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못했습니다</translation>
    </message>
    <message>
        <source>What you made could not be saved in {folder}. Leave all the same, and lose it?</source>
        <translation>만드신 것을 {folder}에 저장할 수 없습니다. 잃어버려도 괜찮다면 그대로 끝낼까요?</translation>
    </message>
    <message>
        <source>Mitbadak (밑바닥): see a neural network work, from the very bottom. For readers of chapters 2 and 3 of Deep Learning from Scratch. It sends nothing anywhere, and downloads MNIST only when asked to.</source>
        <translation>밑바닥(Mitbadak): 신경망이 움직이는 모습을 맨 밑바닥부터 봅니다. 『밑바닥부터 시작하는 딥러닝』 2장과 3장을 읽는 분들을 위한 프로그램입니다. 정보를 어디에도 보내지 않으며, MNIST는 요청할 때만 내려받습니다.</translation>
    </message>
</context>
</TS>
